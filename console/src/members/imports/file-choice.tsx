/** Takes a file of members, by choosing or dropping it, and has it checked. */
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Alert, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAttempt } from '../../parts/use-attempt.js';
import { bytesInWords } from '../../words/numbers.js';
import { bring } from './bring.js';
import { keepInHand } from './files-in-hand.js';

export function FileChoice() {
  const field = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const { isBusy: isSending, refusal, attempt, forget } = useAttempt();
  const navigate = useNavigate();
  const choose = (files: FileList | null) => {
    forget();
    setFile(files?.[0] ?? null);
  };
  const check = (chosen: File) =>
    attempt(async () => {
      const { id } = await bring(chosen, true);
      keepInHand(id, chosen);
      await navigate(`/member-imports/${id}`);
    });
  return (
    <Stack
      spacing={1.5}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        choose(event.dataTransfer.files);
      }}
      sx={{ border: 1, borderStyle: 'dashed', borderColor: 'divider', borderRadius: 1, p: 2 }}
    >
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <input
          ref={field}
          type="file"
          accept=".csv,text/csv"
          hidden
          aria-label="File of members"
          onChange={({ target }) => choose(target.files)}
        />
        <Button
          variant={file === null ? 'contained' : 'outlined'}
          startIcon={<UploadFileOutlined />}
          onClick={() => field.current?.click()}
        >
          {file === null ? 'Choose a file' : 'Choose another'}
        </Button>
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {file === null ? 'or drop it here' : `${file.name}, ${bytesInWords(file.size)}`}
        </Typography>
      </Stack>
      {refusal !== null && <Alert severity="error">{refusal}</Alert>}
      {file !== null && (
        <Button
          variant="contained"
          sx={{ alignSelf: 'flex-start' }}
          loading={isSending}
          onClick={() => void check(file)}
        >
          Check the file
        </Button>
      )}
      {isSending && <LinearProgress aria-label="The file is being sent" />}
    </Stack>
  );
}
