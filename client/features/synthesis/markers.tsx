/** Social and environmental considerations beside the markers, and what such a comparison is worth. */
import { type Marker, markersOf } from '../../../shared/synthesis/markers.ts';
import type { Drawn } from './drawn.ts';
import { Share } from './measures.tsx';
import { DataTable, Pressable } from './parts.tsx';
import './bars.css';
import './markers.css';

export function MarkersPicture(drawn: Drawn) {
  const { list, total } = markersOf(drawn.board);
  return (
    <div className="bars-frame">
      {list.map((marker) => (
        <Gauge key={marker.consideration} drawn={drawn} marker={marker} total={total} />
      ))}
      <Caution drawn={drawn} />
    </div>
  );
}

interface GaugeProps {
  readonly drawn: Drawn;
  readonly marker: Marker;
  readonly total: number;
}

function Gauge({ drawn, marker, total }: GaugeProps) {
  const { synthesis: t } = drawn.texts;
  const name = t.considerations[marker.consideration];
  const share = t.share(marker.actions.length, total, marker.percent);
  return (
    <section className="gauge">
      <h3 className="gauge-name">{name}</h3>
      <p className="gauge-share">{share}</p>
      <Pressable
        drawn={drawn}
        picked={{ title: `${name} : ${t.without.toLowerCase()}`, actions: marker.without }}
        className="gauge-track"
        label={t.picked(`${name}, ${t.without.toLowerCase()}`, marker.without.length)}
      >
        <Share className="gauge-part" of={marker.percent} among={100} />
        <span className="gauge-marker" style={{ left: `${marker.marker}%` }} />
      </Pressable>
      <p className="gauge-words" style={placeOf(marker.marker)}>
        {t.marker(marker.marker)}
      </p>
    </section>
  );
}

/** Under its line, on the side where there is room. */
const placeOf = (marker: number) =>
  marker > 50
    ? ({ paddingInlineEnd: `${100 - marker}%`, textAlign: 'end' } as const)
    : { paddingInlineStart: `${marker}%` };

export function MarkersTable(drawn: Drawn) {
  const { synthesis: t } = drawn.texts;
  const { list } = markersOf(drawn.board);
  return (
    <>
      <DataTable
        caption={t.views.markers}
        columns={[t.views.markers, t.with, t.without, t.shareColumn, t.markerColumn]}
        rows={list.map(({ consideration, actions, without, percent, marker }) => ({
          key: consideration,
          head: t.considerations[consideration],
          cells: [actions.length, without.length, `${percent} %`, `${marker} %`],
        }))}
      />
      <Caution drawn={drawn} />
    </>
  );
}

/** Always with the figures, on paper and on the wall: they are easily read for what they are not. */
function Caution({ drawn }: { readonly drawn: Drawn }) {
  const { synthesis: t } = drawn.texts;
  const { source } = markersOf(drawn.board);
  return (
    <div className="gauge-caution">
      <p translate={source === '' ? undefined : 'no'}>
        {source === '' ? t.sourceUnknown : t.source(source)}
      </p>
      <p>{t.caution}</p>
    </div>
  );
}
