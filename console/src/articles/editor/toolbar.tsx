/** The buttons above the text. Arrow keys go from one to the next. */
import CodeOutlined from '@mui/icons-material/CodeOutlined';
import FormatBold from '@mui/icons-material/FormatBold';
import FormatItalic from '@mui/icons-material/FormatItalic';
import FormatListBulleted from '@mui/icons-material/FormatListBulleted';
import FormatListNumbered from '@mui/icons-material/FormatListNumbered';
import FormatQuote from '@mui/icons-material/FormatQuote';
import HorizontalRule from '@mui/icons-material/HorizontalRule';
import HtmlOutlined from '@mui/icons-material/HtmlOutlined';
import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import RedoOutlined from '@mui/icons-material/RedoOutlined';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import { Divider, Stack } from '@mui/material';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { KeyboardEvent } from 'react';
import { LinkButton } from './link-button.js';
import { MarkerButtons } from './marker-buttons.js';
import { PictureButton } from './picture-button.js';
import { TableButton } from './table-button.js';
import { TextStyle } from './text-style.js';
import { ToolButton } from './tool-button.js';

interface ToolbarProps {
  editor: Editor;
  onSource: () => void;
}

export function Toolbar({ editor, onSource }: ToolbarProps) {
  const state = useEditorState({
    editor,
    selector: () => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      bulletList: editor.isActive('bulletList'),
      orderedList: editor.isActive('orderedList'),
      blockquote: editor.isActive('blockquote'),
      codeBlock: editor.isActive('codeBlock'),
      aside: editor.isActive('aside'),
      canUndo: editor.can().undo(),
      canRedo: editor.can().redo(),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <Stack
      role="toolbar"
      aria-label="Formatting"
      direction="row"
      onKeyDown={withArrows}
      sx={{
        flexWrap: { xs: 'nowrap', sm: 'wrap' },
        overflowX: 'auto',
        '& > *': { flexShrink: 0 },
        alignItems: 'center',
        gap: 0.25,
        p: 0.5,
        borderBottom: 1,
        borderColor: 'divider',
        position: 'sticky',
        top: 48,
        zIndex: 2,
        bgcolor: 'background.paper',
      }}
    >
      <TextStyle editor={editor} />
      <ToolButton
        label="Bold"
        isActive={state.bold}
        icon={<FormatBold />}
        act={() => chain().toggleMark('bold').run()}
      />
      <ToolButton
        label="Italic"
        isActive={state.italic}
        icon={<FormatItalic />}
        act={() => chain().toggleMark('italic').run()}
      />
      <LinkButton editor={editor} />
      <Gap />
      <ToolButton
        label="List with bullets"
        isActive={state.bulletList}
        icon={<FormatListBulleted />}
        act={() => chain().toggleBulletList().run()}
      />
      <ToolButton
        label="List with numbers"
        isActive={state.orderedList}
        icon={<FormatListNumbered />}
        act={() => chain().toggleOrderedList().run()}
      />
      <ToolButton
        label="Quotation"
        isActive={state.blockquote}
        icon={<FormatQuote />}
        act={() => chain().toggleWrap('blockquote').run()}
      />
      <ToolButton
        label="Box beside the text"
        isActive={state.aside}
        icon={<ArticleOutlined />}
        act={() => chain().toggleWrap('aside').run()}
      />
      <ToolButton
        label="Code"
        isActive={state.codeBlock}
        icon={<CodeOutlined />}
        act={() => chain().toggleNode('codeBlock', 'paragraph').run()}
      />
      <ToolButton
        label="Line"
        icon={<HorizontalRule />}
        act={() => chain().setHorizontalRule().run()}
      />
      <TableButton editor={editor} />
      <PictureButton editor={editor} />
      <Gap />
      <MarkerButtons editor={editor} />
      <Gap />
      <ToolButton
        label="Undo"
        isOff={!state.canUndo}
        icon={<UndoOutlined />}
        act={() => chain().undo().run()}
      />
      <ToolButton
        label="Redo"
        isOff={!state.canRedo}
        icon={<RedoOutlined />}
        act={() => chain().redo().run()}
      />
      <ToolButton label="Edit the HTML" icon={<HtmlOutlined />} act={onSource} />
    </Stack>
  );
}

const Gap = () => <Divider orientation="vertical" flexItem sx={{ mx: 0.5 }} />;

function withArrows({ key, currentTarget, target }: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step === undefined || !(target instanceof HTMLButtonElement)) return;
  const all = [...currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  all[(all.indexOf(target) + step + all.length) % all.length]?.focus();
}
