/**
 * A style sheet with its pairs `light-dark(a, b)` said once more for browsers that do not know them: light, and dark
 * where the theme says so or the visitor's system decides.
 */
export function withPlainColours(css: string): string {
  const pairs = [...css.matchAll(/(--[\w-]+):\s*light-dark\(([^,()]+),([^()]+)\)/g)];
  const light = pairs.map(([, name, value]) => `${name}: ${value};`).join(' ');
  const dark = pairs.map(([, name, , value]) => `${name}: ${value};`).join(' ');
  return `${css}
@supports not (color: light-dark(red, red)) {
  :root, :host { ${light} }
  @media (prefers-color-scheme: dark) { :root:not([data-theme='light']), :host([theme='auto']) { ${dark} } }
  [data-theme='dark'], :host([theme='dark']) { ${dark} }
}`;
}
