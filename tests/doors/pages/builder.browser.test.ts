import { expect, it } from 'vitest';
import { useHostPage } from './host-page.ts';

const host = useHostPage();

it('the builder follows every change with preview and snippets, by keyboard, and copies', async () => {
  const page = await host.open('', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${host.hub}/embed/builder`);
  const preview = page.frameLocator('#result iframe');
  await preview.locator('.map [role=button]').first().waitFor();

  await page.getByLabel('Handlungsfeld', { exact: true }).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.locator('#script').inputValue()).toContain('field="digilab"');
  expect(await page.locator('#iframe').inputValue()).toContain('/embed?field=digilab"');
  await preview.locator('.chip[aria-pressed=true]').getByText('DigiLab').waitFor();

  await page.getByRole('group', { name: 'Für Besucher fest eingestellt' }).getByText('Handlungsfeld').click();
  await preview.getByText('Diese Karte zeigt nur: Handlungsfeld: DigiLab').waitFor();
  expect(page.url()).toBe(`${host.hub}/embed/builder?field=digilab&lang=de&locked=field`);

  for (const id of ['iframe', 'auto-height', 'script']) {
    await page.locator(`button[data-copy=${id}]`).focus();
    await page.keyboard.press('Enter');
    await page.locator(`button[data-copy=${id}]`).getByText('Kopiert').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await page.locator(`#${id}`).inputValue(),
    );
  }

  await page.getByLabel('Sprache').selectOption('en');
  await page.getByRole('heading', { name: 'Embed the map' }).waitFor();
  await preview.getByText('This map shows only: Field of action: DigiLab').waitFor();
});
