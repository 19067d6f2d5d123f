/** What it will look like: a small wall, one action being put in its place. Purely to be seen. */

/** Left edge of a column, its hue, and for each card: top, height, filled gommettes. */
const columns = [
  [
    8,
    1,
    [
      [44, 58, 0],
      [112, 70, 2],
      [192, 58, 0],
    ],
  ],
  [
    138,
    3,
    [
      [44, 70, 3],
      [124, 58, 0],
    ],
  ],
  [
    268,
    5,
    [
      [44, 58, 1],
      [112, 58, 0],
      [180, 70, 0],
    ],
  ],
] as const;

export function WallPicture() {
  return (
    <svg className="picture" viewBox="0 0 396 264" aria-hidden="true">
      {columns.map(([x, hue, cards], index) => (
        <g key={x} data-hue={hue}>
          <circle className="picture-number" cx={x + 12} cy={18} r={12} />
          <text className="picture-figure" x={x + 12} y={22.5}>
            {index + 1}
          </text>
          <rect className="picture-heading" x={x + 32} y={13} width={72} height={9} rx={4.5} />
          {cards.map(([y, height, dots]) => (
            <WallCard key={y} x={x} y={y} height={height} dots={dots} />
          ))}
        </g>
      ))}
      <g className="picture-held" data-hue={3} transform="rotate(4 214 218)">
        <WallCard x={150} y={186} height={70} dots={0} />
      </g>
    </svg>
  );
}

interface WallCardProps {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly dots: number;
}

function WallCard({ x, y, height, dots }: WallCardProps) {
  const bottom = y + height - 14;
  return (
    <>
      <rect className="picture-paper" x={x} y={y} width={118} height={height} rx={6} />
      <rect className="picture-mark" x={x + 10} y={y + 10} width={14} height={5} rx={2.5} />
      <rect className="picture-line" x={x + 10} y={y + 21} width={92} height={5} rx={2.5} />
      {height > 60 && (
        <rect className="picture-line" x={x + 10} y={y + 31} width={64} height={5} rx={2.5} />
      )}
      <rect className="picture-chip" x={x + 10} y={bottom - 5} width={28} height={11} rx={5.5} />
      {Array.from({ length: dots }, (_, dot) => (
        <circle
          className="picture-gommette"
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are all alike
          key={dot}
          cx={x + 104 - dot * 12}
          cy={bottom}
          r={4.5}
        />
      ))}
    </>
  );
}
