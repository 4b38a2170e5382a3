/** Makes words a link, changes where it leads, or makes them words again. */
import LinkOutlined from '@mui/icons-material/LinkOutlined';
import { Button, TextField } from '@mui/material';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { SmallForm } from './small-form.js';
import { ToolButton } from './tool-button.js';

export function LinkButton({ editor }: { editor: Editor }) {
  const [isOpen, setOpen] = useState(false);
  const { isLink, hasWords } = useEditorState({
    editor,
    selector: () => ({
      isLink: editor.isActive('link'),
      hasWords: !editor.state.selection.empty || editor.isActive('link'),
    }),
  });
  const close = () => setOpen(false);
  const chain = () => editor.chain().focus().extendMarkRange('link');
  const link = ({ href = '', words = '' }: Record<string, string>) => {
    if (hasWords) return void chain().setLink({ href }).run();
    const marks = [{ type: 'link', attrs: { href } }];
    return void editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: words || href, marks })
      .run();
  };
  return (
    <>
      <ToolButton
        label="Link"
        isActive={isLink}
        icon={<LinkOutlined />}
        act={() => setOpen(true)}
      />
      {isOpen && (
        <SmallForm
          title="Where does the link lead?"
          verb={isLink ? 'Change link' : 'Set link'}
          onClose={close}
          onGiven={link}
          actions={
            isLink && (
              <Button
                onClick={() => {
                  chain().unsetLink().run();
                  close();
                }}
              >
                Remove link
              </Button>
            )
          }
        >
          <TextField
            name="href"
            label="Address"
            required
            autoFocus
            defaultValue={editor.getAttributes('link')['href'] as string | undefined}
            helperText="https://…, mailto:… or a path of this site, like /articles/…"
          />
          {!hasWords && <TextField name="words" label="Words of the link" />}
        </SmallForm>
      )}
    </>
  );
}
