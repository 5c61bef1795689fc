import { withPlainColours } from '../model/plain-colours.ts';
import answers from '../styles/answers.css?inline';
import areas from '../styles/areas.css?inline';
import layout from '../styles/layout.css?inline';
import leaflet from '../styles/leaflet.css?inline';
import parts from '../styles/parts.css?inline';
import print from '../styles/print.css?inline';
import record from '../styles/record.css?inline';
import tokens from '../tokens.css?inline';

let sheet: CSSStyleSheet | undefined;

/** Constructed, not a <style> element: a strict content security policy lets it through. */
export function widgetStyles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    const styles = [withPlainColours(tokens), leaflet, layout, parts, answers, areas, record, print].join(
      '\n',
    );
    // A rem would be the host's, and many a site makes it 10 px.
    sheet.replaceSync(styles.replaceAll(/([\d.]+)rem\b/g, (_, rem) => `${rem * 16}px`));
  }
  return sheet;
}
