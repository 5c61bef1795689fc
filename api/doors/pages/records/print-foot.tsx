import encodeQR from 'qr';
import { href } from '../../../language.ts';
import type { Site } from '../../../publishing/layout.tsx';
import { recordTexts } from '../../../texts/pages/record.ts';
import { readableDate } from '../../../texts/words.ts';

/** On paper: the address of the page, also for a camera, its day, and the line of the sources. */
export function PrintFoot({ site: { hub, lang, base = '' }, path }: { site: Site; path: string }) {
  const t = recordTexts[lang];
  const address = base + href(path, lang);
  return (
    <div class="print-foot">
      <QrCode text={address} title={t.qr} />
      <p>
        <strong>{hub.region.title[lang]}</strong>
        <br />
        {address}
        <br />
        {t.printed(readableDate(new Date(), lang))}
      </p>
    </div>
  );
}

/** Empty modules around it, without which a camera does not find it. */
const quiet = 2;

function QrCode({ text, title }: { text: string; title: string }) {
  const rows = encodeQR(text, 'raw', { border: quiet });
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={title}>
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={path.join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
