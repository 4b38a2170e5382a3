/** One button of the toolbar: a sign, and its name for who points at it or hears it. */
import { IconButton, Tooltip } from '@mui/material';
import type { ReactElement } from 'react';

interface ToolButtonProps {
  label: string;
  icon: ReactElement;
  act: () => void;
  /** Left out where it is not a thing that is on or off. */
  isActive?: boolean;
  isOff?: boolean;
}

export function ToolButton({ label, icon, act, isActive, isOff = false }: ToolButtonProps) {
  return (
    <Tooltip title={label}>
      <span>
        <IconButton
          size="small"
          aria-label={label}
          {...(isActive === undefined ? {} : { 'aria-pressed': isActive })}
          color={isActive === true ? 'primary' : 'default'}
          disabled={isOff}
          onClick={act}
        >
          {icon}
        </IconButton>
      </span>
    </Tooltip>
  );
}
