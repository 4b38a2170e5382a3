/** A button, and the dialog of a deed that begins anew each time it is opened. */
import { Button, type ButtonProps } from '@mui/material';
import { type ReactNode, useState } from 'react';

export interface DeedOpenerProps extends Pick<ButtonProps, 'variant' | 'color' | 'startIcon'> {
  label: string;
  children: (onClose: () => void) => ReactNode;
}

export function DeedOpener({ label, children, ...button }: DeedOpenerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="secondary"
        {...button}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen && children(() => setOpen(false))}
    </>
  );
}
