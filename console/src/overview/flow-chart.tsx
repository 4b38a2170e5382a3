/** What happened on each day, as bars; the same as a table for whoever wants the numbers. */
import {
  Box,
  Card,
  CardContent,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { BarChart } from '@mui/x-charts/BarChart';
import { useId } from 'react';
import { calendarDay, shortCalendarDay } from '../words/dates.js';
import { count } from '../words/numbers.js';
import type { DayOfFlow, Flow } from './overview.js';

export interface FlowChartProps {
  title: string;
  /** The sums, in a sentence. */
  sentence: string;
  series: readonly DayOfFlow[];
  /** Two things that belong together; the second one stands in the accent's colour. */
  lines: readonly { of: keyof Flow; label: string }[];
}

export default function FlowChart({ title, sentence, series, lines }: FlowChartProps) {
  const { palette } = useTheme();
  const id = useId();
  const most = Math.max(...series.flatMap((day) => lines.map(({ of }) => day[of])));
  const colors = [palette.text.secondary, palette.primary.main];
  return (
    <Card component="section" aria-labelledby={id} sx={{ height: '100%' }}>
      <CardContent>
        <Typography id={id} component="h2" variant="h6">
          {title}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {sentence}
        </Typography>
        <Box role="img" aria-label={`${title} by day: ${sentence}`}>
          <BarChart
            height={220}
            skipAnimation
            dataset={series.map((day) => ({ ...day }))}
            series={lines.map(({ of, label }, at) => ({
              dataKey: of,
              label,
              color: colors[at] ?? palette.divider,
              valueFormatter: (value: number | null) => (value === null ? '–' : count(value)),
            }))}
            xAxis={[{ dataKey: 'day', scaleType: 'band', valueFormatter: shortCalendarDay }]}
            yAxis={[{ width: 36, min: 0, tickMinStep: 1, ...(most === 0 ? { max: 1 } : {}) }]}
            margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
            grid={{ horizontal: true }}
          />
        </Box>
        <FlowTable title={title} series={series} lines={lines} />
      </CardContent>
    </Card>
  );
}

function FlowTable({ title, series, lines }: Pick<FlowChartProps, 'title' | 'series' | 'lines'>) {
  return (
    <Box component="details">
      <Typography component="summary" variant="body2" sx={{ cursor: 'pointer' }}>
        The same as a table
      </Typography>
      {/* It scrolls, and so a keyboard must reach it. */}
      <TableContainer
        sx={{ maxHeight: 260 }}
        tabIndex={0}
        role="region"
        aria-label={`${title}, day by day`}
      >
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>Day</TableCell>
              {lines.map(({ of, label }) => (
                <TableCell key={of} align="right">
                  {label}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {series.toReversed().map((day) => (
              <TableRow key={day.day}>
                <TableCell component="th" scope="row">
                  {calendarDay(day.day)}
                </TableCell>
                {lines.map(({ of }) => (
                  <TableCell key={of} align="right">
                    {count(day[of])}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  );
}
