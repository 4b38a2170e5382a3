/** Chooses between words and headings. */
import { NativeSelect } from '@mui/material';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';

const headings = [
  { level: 2, label: 'Heading' },
  { level: 3, label: 'Smaller heading' },
  { level: 4, label: 'Smallest heading' },
] as const;

export function TextStyle({ editor }: { editor: Editor }) {
  const level = useEditorState({
    editor,
    selector: () =>
      headings.find((heading) => editor.isActive('heading', { level: heading.level }))?.level ?? 0,
  });
  const choose = (value: string) => {
    const heading = headings.find((each) => String(each.level) === value);
    const chain = editor.chain().focus();
    if (heading === undefined) chain.setParagraph().run();
    else chain.setHeading({ level: heading.level }).run();
  };
  return (
    <NativeSelect
      value={level}
      onChange={({ target }) => choose(target.value)}
      disableUnderline
      inputProps={{ 'aria-label': 'Kind of paragraph' }}
      sx={{ px: 1, fontSize: '0.875rem' }}
    >
      <option value={0}>Text</option>
      {headings.map((heading) => (
        <option key={heading.level} value={heading.level}>
          {heading.label}
        </option>
      ))}
    </NativeSelect>
  );
}
