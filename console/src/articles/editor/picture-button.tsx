/** Sets a picture with its description and its caption, or changes the one that is chosen. */
import ImageOutlined from '@mui/icons-material/ImageOutlined';
import { TextField } from '@mui/material';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { SmallForm } from './small-form.js';
import { ToolButton } from './tool-button.js';

type PictureNode = 'image' | 'figureImage';

export function PictureButton({ editor }: { editor: Editor }) {
  const [isOpen, setOpen] = useState(false);
  const chosen = useEditorState({
    editor,
    selector: (): PictureNode | null =>
      (['image', 'figureImage'] as const).find((name) => editor.isActive(name)) ?? null,
  });
  const before: Record<string, unknown> = chosen === null ? {} : editor.getAttributes(chosen);
  const set = ({ src = '', alt = '', caption = '' }: Record<string, string>) => {
    const chain = editor.chain().focus();
    if (chosen !== null) return void chain.updateAttributes(chosen, { src, alt }).run();
    const words = caption === '' ? [] : [{ type: 'text', text: caption }];
    return void chain
      .insertContent({
        type: 'figure',
        content: [
          { type: 'figureImage', attrs: { src, alt } },
          ...(caption === '' ? [] : [{ type: 'figcaption', content: words }]),
        ],
      })
      .run();
  };
  return (
    <>
      <ToolButton
        label="Picture"
        isActive={chosen !== null}
        icon={<ImageOutlined />}
        act={() => setOpen(true)}
      />
      {isOpen && (
        <SmallForm
          title={chosen === null ? 'A picture in the text' : 'This picture'}
          verb={chosen === null ? 'Set picture' : 'Change picture'}
          onClose={() => setOpen(false)}
          onGiven={set}
        >
          <TextField
            name="src"
            label="Address of the picture"
            required
            autoFocus
            defaultValue={before['src']}
            helperText="https://… or a path of this site"
          />
          <TextField
            name="alt"
            label="What it shows"
            multiline
            defaultValue={before['alt']}
            helperText="For those who do not see it; needed before the article appears."
          />
          {chosen === null && <TextField name="caption" label="Caption" multiline />}
        </SmallForm>
      )}
    </>
  );
}
