/** Sets the paywall marker, moves it by a block, and takes it out. */
import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import LockOutlined from '@mui/icons-material/LockOutlined';
import { Button } from '@mui/material';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { markersIn } from './paywall-marker.js';
import { ToolButton } from './tool-button.js';

export function MarkerButtons({ editor }: { editor: Editor }) {
  const { isSet, canUp, canDown } = useEditorState({
    editor,
    selector: () => ({
      isSet: markersIn(editor.state.doc).length > 0,
      canUp: editor.can().moveMarker('up'),
      canDown: editor.can().moveMarker('down'),
    }),
  });
  if (!isSet) {
    return (
      <Button
        size="small"
        startIcon={<LockOutlined />}
        onClick={() => editor.chain().focus().placeMarker().run()}
      >
        Paywall here
      </Button>
    );
  }
  return (
    <>
      <Button
        size="small"
        startIcon={<LockOutlined />}
        onClick={() => editor.chain().focus().removeMarker().run()}
      >
        Remove paywall
      </Button>
      <ToolButton
        label="Paywall up"
        isOff={!canUp}
        icon={<ArrowUpward />}
        act={() => void editor.commands.moveMarker('up')}
      />
      <ToolButton
        label="Paywall down"
        isOff={!canDown}
        icon={<ArrowDownward />}
        act={() => void editor.commands.moveMarker('down')}
      />
    </>
  );
}
