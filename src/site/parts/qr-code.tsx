/** A QR code as a drawing: dark on white whatever the page's colours, for cameras want it so. */

import { encode } from 'uqr';

/** Modules of white around it, without which cameras do not find it. */
const quiet = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: quiet });
  return (
    <svg
      class="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={data.flatMap(drawn).join('')} />
    </svg>
  );
}

/** Each run of dark modules is one stroke. */
function drawn(row: readonly boolean[], y: number): string[] {
  const line = row.map((isDark) => (isDark ? '#' : ' ')).join('');
  return [...line.matchAll(/#+/g)].map(
    ({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`,
  );
}
