import { beforeAll, describe, expect, it } from 'vitest';
import { securityTxt } from '../../../../api/doors/pages/law/security-txt.ts';
import { languages } from '../../../../api/language.ts';
import { readSettings } from '../../../../api/settings/settings.ts';
import { hubOn, openHub, type TestHub } from '../../../support/hub.ts';

const operator = {
  OPERATOR_NAME: 'Wirtschaftsförderung Beispiel e. V.',
  OPERATOR_ADDRESS: 'Rathausgasse 1, 79098 Freiburg',
  OPERATOR_REPRESENTATIVE: 'Eva Beispiel, Geschäftsführerin',
  OPERATOR_EMAIL: 'post@operator.example',
  OPERATOR_PHONE: '0761 201-0',
  DATA_PROTECTION_OFFICER: 'Datenschutz, datenschutz@operator.example',
  LOG_RETENTION_DAYS: '7',
  REPORT_EMAIL: 'melden@operator.example',
  EASY_LANGUAGE_URL: 'https://operator.example/leicht',
};

let bare: TestHub;
let told: TestHub;
beforeAll(async () => {
  bare = await openHub();
  told = hubOn(bare.database, operator);
  return () => bare.database.close();
});

const page = async (hub: TestHub, path: string) => (await hub.visit(path)).text();
/** What a page says, without its tags. */
const words = (html: string) =>
  html
    .replace(/<br\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&#39;/g, "'");

describe('imprint, privacy page and accessibility statement', () => {
  it.each(['/imprint', '/privacy', '/accessibility'])(
    '%s says what its operator has not told',
    async (path) => {
      for (const lang of languages)
        expect(await page(bare, `${path}?lang=${lang}`)).toContain(
          'OPERATOR_NAME, OPERATOR_ADDRESS, OPERATOR_EMAIL',
        );
      expect(await page(told, path)).not.toContain('OPERATOR_NAME');
    },
  );

  it('name the operator, as far as the settings do', async () => {
    expect(words(await page(told, '/imprint'))).toContain(
      'Wirtschaftsförderung Beispiel e. V.\nRathausgasse 1\n79098 Freiburg\nVertreten durch Eva Beispiel, Geschäftsführerin\nE-Mail: post@operator.example\nTelefon: 0761 201-0',
    );
    const privacy = words(await page(told, '/privacy'));
    expect(privacy).toContain('werden nach 7 Tagen gelöscht');
    expect(privacy).toContain('Datenschutz\ndatenschutz@operator.example');
    expect(privacy).toContain('Verantwortlich für sie ist Wirtschaftsförderung Beispiel e. V.');
  });

  it('say truly whether a base map of others can be switched on', async () => {
    expect(await page(bare, '/privacy')).toContain('keine Kartenkacheln');
    const tiled = hubOn(bare.database, {
      TILE_URL: 'https://tiles.example/{z}/{x}/{y}.png',
      TILE_ATTRIBUTION: 'Kacheln',
    });
    expect(await page(tiled, '/privacy')).toContain('lädt Ihr Browser Bilder von tiles.example');
  });

  it('tell whom to write to about a mistake, or that there is nobody', async () => {
    expect(await page(told, '/imprint')).toContain('href="mailto:melden@operator.example"');
    expect(await page(bare, '/imprint')).toContain(
      'Eine Adresse für Fehlermeldungen ist nicht eingerichtet.',
    );
    expect(await page(told, '/accessibility')).toContain('href="mailto:melden@operator.example"');
    expect(await page(bare, '/accessibility')).toContain('Eine Adresse für Rückmeldungen ist nicht');
  });

  it('the statement misses easy language only where there is none, and names the conciliation body', async () => {
    expect(await page(bare, '/accessibility')).toContain('Leichter Sprache fehlen noch');
    const statement = await page(told, '/accessibility');
    expect(statement).not.toContain('Leichter Sprache fehlen noch');
    expect(statement).toContain('href="https://operator.example/leicht"');
    expect(words(statement)).toContain('Else-Josenhans-Straße 6\n70173 Stuttgart');
  });

  it.each([
    ['/impressum', '/imprint'],
    ['/datenschutz', '/privacy'],
    ['/barrierefreiheit', '/accessibility'],
    ['/mentions-legales', '/imprint?lang=fr'],
    ['/confidentialite', '/privacy?lang=fr'],
    ['/accessibilite', '/accessibility?lang=fr'],
  ])('%s leads to %s', async (alias, path) => {
    const response = await bare.app.request(alias);
    expect([response.status, response.headers.get('location')]).toEqual([308, `https://hub.example${path}`]);
  });

  it.each(['/', '/data', '/embed', '/projects/frelo-leihraeder', '/nothing', '/openapi', '/ogc'])(
    'are linked from %s',
    async (path) => {
      const html = await page(bare, `${path}?lang=en`);
      for (const name of ['imprint', 'privacy', 'accessibility'])
        expect(html).toMatch(new RegExp(`href="(https://hub.example)?/${name}(\\?lang=en)?"`));
    },
  );

  it('are told to the widget', async () => {
    const response = await bare.app.request('/map.json?lang=fr');
    expect((await response.json()).legal).toEqual([
      { name: 'Mentions légales', url: '/imprint' },
      { name: 'Protection des données', url: '/privacy' },
      { name: 'Accessibilité', url: '/accessibility' },
    ]);
  });
});

describe('security.txt', () => {
  it('names who is to be told, and until when that holds', () => {
    const text = (environment: Record<string, string>) =>
      securityTxt(
        { hub: { ...bare, settings: readSettings(environment) } as never, base: 'https://hub.example' },
        Date.parse('2026-11-26T15:00:00Z'),
      );
    expect(text({})).toBeNull();
    expect(text({ OPERATOR_EMAIL: 'post@operator.example' })).toBe(
      [
        'Contact: mailto:post@operator.example',
        'Expires: 2027-05-25T00:00:00.000Z',
        'Preferred-Languages: de, en, fr',
        'Canonical: https://hub.example/.well-known/security.txt',
        '',
      ].join('\n'),
    );
    expect(text({ SECURITY_CONTACT: 'https://operator.example/security' })).toContain(
      'Contact: https://operator.example/security\n',
    );
  });

  it('is served where RFC 9116 says, and is a 404 where nobody is named', async () => {
    const response = await told.app.request('/.well-known/security.txt');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toContain('Contact: mailto:post@operator.example');
    expect((await bare.app.request('/.well-known/security.txt')).status).toBe(404);
  });
});

describe('the sign of the hub', () => {
  it.each([
    ['/favicon.ico', 48],
    ['/apple-touch-icon.png', 180],
  ])('%s is a picture of %i pixels', async (path, size) => {
    const response = await bare.app.request(path);
    expect(response.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
  });
});
