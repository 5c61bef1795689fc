import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { useHubInBrowser } from '../../support/hub-in-browser.ts';

const hub = useHubInBrowser();

/** How many sheets a page takes on paper: each is an object `/Type /Page` of the PDF. */
async function sheets(path: string): Promise<number> {
  const page = await hub.browser.newPage();
  await page.goto(hub.base + path, { waitUntil: 'networkidle' });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe('on paper', () => {
  it.each([
    ['/municipalities/08316045', 1],
    ['/municipalities/08316011', 1],
    ['/municipalities/08315030?lang=fr', 1],
    ['/municipalities/08311000', 2],
    ['/insight/meeting?field=menschen-mitnehmen&since=2026-01-01', 1],
    ['/insight/meeting?field=e-akte&since=2026-01-01&lang=en', 1],
  ] as const)('%s takes at most %i sheets', async (path, most) => {
    expect(await sheets(path)).toBeLessThanOrEqual(most);
  });

  it('the way back stands as an address and as a code that a camera reads', async () => {
    const page = await hub.browser.newPage();
    await page.goto(`${hub.base}/municipalities/08316045?lang=en`);
    await page.emulateMedia({ media: 'print' });
    const address = `${hub.base}/municipalities/08316045?lang=en`;
    expect(await page.locator('.print-foot').innerText()).toContain(address);
    // As a camera would: by its pixels.
    const { width, height, data } = await page.evaluate(async () => {
      const svg = document.querySelector('.qr') as SVGElement;
      svg.setAttribute('width', '300');
      svg.setAttribute('height', '300');
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 300 });
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.drawImage(image, 0, 0, 300, 300);
      return { width: 300, height: 300, data: [...context.getImageData(0, 0, 300, 300).data] };
    });
    expect(decodeQR({ width, height, data: Uint8Array.from(data) })).toBe(address);
  });
});
