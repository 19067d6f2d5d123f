/** A text as a QR code: dark on light in every theme, or cameras would not read it. */
import { useMemo } from 'react';
import { encode } from 'uqr';
import './qr-code.css';

export interface QrCodeProps {
  readonly text: string;
  /** What it leads to, in words. */
  readonly label: string;
}

export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => drawing(text), [text]);
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}

/** One square for each dark module; the quiet border of four modules is part of the standard. */
function drawing(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) =>
    row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')),
  );
  return { size, path: squares.join('') };
}
