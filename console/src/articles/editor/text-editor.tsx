/** Where an article's text is written: in a rich editor, or as its HTML where that holds more than the editor can. */
import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { EditorContent } from '@tiptap/react';
import { useId, useState } from 'react';
import { useInput } from 'react-admin';
import { DeedDialog } from '../../parts/deed-dialog.js';
import { type AutomaticCut, CutInWords } from './cut-in-words.js';
import { editorLooks } from './editor-looks.js';
import { Toolbar } from './toolbar.js';
import { htmlOf, takeIn, useRichEditor } from './use-rich-editor.js';
import { lossesIn } from './meaning.js';

interface TextEditorProps {
  cut: AutomaticCut;
  isReadOnly?: boolean;
}

export function TextEditor({ cut, isReadOnly = false }: TextEditorProps) {
  const { field, fieldState } = useInput({ source: 'bodyHtml', defaultValue: '' });
  const html = field.value as string;
  const hintId = useId();
  const [losses, setLosses] = useState<string[] | null>(null);
  const [isSource, setSource] = useState(false);
  const takeNote = (lost: string[]) => {
    setLosses(lost);
    if (lost.length > 0) setSource(true);
  };
  const editor = useRichEditor({
    html,
    publicPart: typeof cut === 'string' ? null : cut.publicPart,
    onChange: (changed) => field.onChange(changed),
    onTakenIn: takeNote,
    isShown: !isSource,
    isReadOnly,
    label: 'Text',
    describedBy: hintId,
  });
  // As it came: whatever the editor has no place for would be gone with the first change.
  if (losses === null) takeNote(lossesIn(html, htmlOf(editor)));
  const lost = (losses ?? []).join(', ');
  const [isAsking, setAsking] = useState(false);
  const refusal = fieldState.error?.message;

  const leaveSource = () => {
    const more = takeIn(editor, html);
    setLosses(more);
    if (more.length > 0) setAsking(true);
    else setSource(false);
  };
  return (
    <Stack spacing={1}>
      {isSource && lost !== '' && (
        <Alert severity="warning">
          The rich editor has no place for all that is in this text: {lost}. Here is its HTML
          instead, so that nothing is lost.
        </Alert>
      )}
      {isSource ? (
        <>
          <Box>
            <Button variant="outlined" onClick={leaveSource}>
              Rich editor
            </Button>
          </Box>
          <TextField
            label="HTML of the text"
            multiline
            minRows={14}
            maxRows={40}
            value={html}
            onChange={({ target }) => field.onChange(target.value)}
            error={refusal !== undefined}
            slotProps={{
              htmlInput: { readOnly: isReadOnly, spellCheck: false, 'aria-describedby': hintId },
              input: { sx: { fontFamily: 'monospace', fontSize: 13 } },
            }}
          />
        </>
      ) : (
        <Box sx={editorLooks(refusal !== undefined)}>
          {!isReadOnly && <Toolbar editor={editor} onSource={() => setSource(true)} />}
          <EditorContent editor={editor} />
        </Box>
      )}
      {refusal !== undefined && (
        <Typography role="alert" variant="body2" color="error">
          {refusal}
        </Typography>
      )}
      <CutInWords id={hintId} html={html} cut={cut} isSource={isSource} />
      <DeedDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title="Lose a part of this text?"
        verb="Use the rich editor and lose it"
        isDangerous
        deed={async () => {
          field.onChange(htmlOf(editor));
          setLosses([]);
          setSource(false);
          return Promise.resolve();
        }}
      >
        <Typography>
          The rich editor has no place for: {lost}. It goes when you save. What was saved before
          stays among the versions.
        </Typography>
      </DeedDialog>
    </Stack>
  );
}
