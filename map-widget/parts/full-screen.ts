import { node } from '../dom/build-node.ts';
import { icon } from '../dom/icon.ts';
import type { Shell } from '../dom/shell.ts';
import type { Texts } from '../model/texts/texts.ts';

/** A button that gives the widget the whole screen and takes it back; none where the browser allows no such thing. */
export function addFullScreen(
  { tools, switches }: Pick<Shell, 'tools' | 'switches'>,
  widget: Element,
  texts: Texts,
  signal: AbortSignal,
): void {
  if (!document.fullscreenEnabled) return;
  const button = node('button', {
    type: 'button',
    class: 'tool',
    'aria-label': texts.fullScreen,
    title: texts.fullScreen,
    click: () => {
      const asked = whole() ? document.exitFullscreen() : widget.requestFullscreen();
      // A browser may refuse all the same; then everything stays as it is.
      asked.catch(() => {});
    },
  });
  const whole = () => widget.matches(':fullscreen');
  const show = () => {
    button.setAttribute('aria-pressed', String(whole()));
    button.replaceChildren(icon(whole() ? 'smaller' : 'larger'));
  };
  show();
  // The visitor may leave by the Escape key as well.
  const changed = () => {
    show();
    (whole() ? switches : button).scrollIntoView({ block: whole() ? 'start' : 'nearest' });
  };
  widget.addEventListener('fullscreenchange', changed, { signal });
  tools.append(button);
}
