import { retryDelay } from '../model/hub.ts';
import { known } from '../model/known.ts';
import type { Texts } from '../model/texts/texts.ts';
import { node } from './build-node.ts';

/** Says what failed, tries again by itself, and at once when asked to. */
export class Problem {
  readonly container: HTMLElement;
  #timer: ReturnType<typeof setInterval> | undefined;
  #attempt = 0;

  constructor(container: HTMLElement) {
    this.container = container;
  }

  show(message: string, texts: Texts, retry: () => void): void {
    this.#attempt += 1;
    const again = () => {
      clearInterval(this.#timer);
      retry();
    };
    let seconds = retryDelay(this.#attempt) / 1000;
    // Counts silently: a screen reader hears the message once, not every second.
    const countdown = node('span', { class: 'countdown', 'aria-hidden': 'true' }, texts.retryIn(seconds));
    const present = this.container.querySelector('.message');
    if (present?.textContent === message) this.container.querySelector('.countdown')?.replaceWith(countdown);
    else {
      this.container.replaceChildren(
        node('p', { class: 'message', role: 'alert' }, message),
        node(
          'p',
          { class: 'again' },
          node('button', { type: 'button', class: 'action' }, texts.retry),
          ' ',
          countdown,
        ),
      );
    }
    known(this.container.querySelector('button'), 'button').onclick = again;
    this.container.hidden = false;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      seconds -= 1;
      if (seconds <= 0) again();
      else countdown.textContent = texts.retryIn(seconds);
    }, 1000);
  }

  clear(): void {
    clearInterval(this.#timer);
    this.#attempt = 0;
    this.container.hidden = true;
    this.container.replaceChildren();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
