/** Sets a table, and changes the one in which she writes. */
import TableChartOutlined from '@mui/icons-material/TableChartOutlined';
import { Menu, MenuItem, TextField } from '@mui/material';
import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useRef, useState } from 'react';
import { SmallForm } from './small-form.js';
import { ToolButton } from './tool-button.js';

const changes: readonly { label: string; change: (chain: ChainedCommands) => ChainedCommands }[] = [
  { label: 'Row below', change: (chain) => chain.addRowAfter() },
  { label: 'Row above', change: (chain) => chain.addRowBefore() },
  { label: 'Column to the right', change: (chain) => chain.addColumnAfter() },
  { label: 'Column to the left', change: (chain) => chain.addColumnBefore() },
  { label: 'First row is the head, or not', change: (chain) => chain.toggleHeaderRow() },
  { label: 'First column is the head, or not', change: (chain) => chain.toggleHeaderColumn() },
  { label: 'Take this row out', change: (chain) => chain.deleteRow() },
  { label: 'Take this column out', change: (chain) => chain.deleteColumn() },
  { label: 'Take the table out', change: (chain) => chain.deleteTable() },
];

export function TableButton({ editor }: { editor: Editor }) {
  const place = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState<'menu' | 'caption' | null>(null);
  const isTable = useEditorState({ editor, selector: () => editor.isActive('table') });
  const chain = () => editor.chain().focus();
  const close = () => setOpen(null);
  return (
    <span ref={place}>
      <ToolButton
        label="Table"
        isActive={isTable}
        icon={<TableChartOutlined />}
        act={() => {
          if (isTable) setOpen('menu');
          else chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
        }}
      />
      <Menu open={open === 'menu'} anchorEl={() => place.current} onClose={close}>
        <MenuItem onClick={() => setOpen('caption')}>Caption of the table</MenuItem>
        {changes.map(({ label, change }) => (
          <MenuItem
            key={label}
            onClick={() => {
              close();
              change(chain()).run();
            }}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
      {open === 'caption' && (
        <SmallForm
          title="Caption of the table"
          verb="Set caption"
          onClose={close}
          onGiven={({ caption = '' }) =>
            void chain()
              .updateAttributes('table', { caption: caption || null })
              .run()
          }
        >
          <TextField
            name="caption"
            label="Caption"
            autoFocus
            defaultValue={editor.getAttributes('table')['caption'] as string | undefined}
          />
        </SmallForm>
      )}
    </span>
  );
}
