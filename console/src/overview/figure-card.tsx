/** One figure with what it means; where something is wrong, it says so in more than a colour. */
import { Card, CardContent, Link, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Link as RouterLink } from 'react-router';

export interface FigureCardProps {
  title: string;
  /** What everybody looks at first. */
  figure: ReactNode;
  children?: ReactNode;
  /** Something here waits for a person. */
  isAlarming?: boolean;
  /** Where more is said. */
  link?: { to: string; label: string };
}

export function FigureCard({ title, figure, children, isAlarming, link }: FigureCardProps) {
  const id = useId();
  return (
    <Card
      component="section"
      aria-labelledby={id}
      sx={{ height: '100%', ...(isAlarming === true ? { borderColor: 'error.main' } : {}) }}
    >
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Typography id={id} component="h2" variant="body2" color="textSecondary">
          {title}
        </Typography>
        <Typography
          component="p"
          sx={{
            fontSize: '1.75rem',
            fontWeight: 600,
            lineHeight: 1.3,
            fontVariantNumeric: 'tabular-nums',
            ...(isAlarming === true ? { color: 'error.main' } : {}),
          }}
        >
          {figure}
        </Typography>
        {children !== undefined && (
          <Typography component="div" variant="body2" color="textSecondary">
            {children}
          </Typography>
        )}
        {link !== undefined && (
          <Link component={RouterLink} to={link.to} variant="body2">
            {link.label}
          </Link>
        )}
      </CardContent>
    </Card>
  );
}
