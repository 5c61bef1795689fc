import { DigitaleWegeMap } from './element.ts';

export { DigitaleWegeMap };

// Two snippets on one page load two copies; the first one wins, the second must not throw.
if (!customElements.get('digitale-wege-map')) customElements.define('digitale-wege-map', DigitaleWegeMap);
