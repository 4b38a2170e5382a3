/** An id or an address, with a button that copies it. */
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import { IconButton } from '@mui/material';
import { useNotify } from 'react-admin';

export function CopyText({ text }: { text: string }) {
  const notify = useNotify();
  const copy = async () => {
    try {
      // Only a page that came by https or from this machine has a clipboard.
      await navigator.clipboard.writeText(text);
      notify('Copied.', { type: 'info', autoHideDuration: 1500 });
    } catch {
      notify('The browser did not let it be copied.', { type: 'warning' });
    }
  };
  return (
    <>
      {text}{' '}
      <IconButton
        size="small"
        onClick={() => void copy()}
        aria-label={`Copy ${text}`}
        sx={{ p: 0.5 }}
      >
        <ContentCopyOutlined sx={{ fontSize: 16 }} />
      </IconButton>
    </>
  );
}
