import type { Hub } from '../hub.ts';
import type { Language } from '../language.ts';
import { href, Layout, texts } from './layout.tsx';

/** An error for people: what is wrong, and where to go on. */
export function errorPage(hub: Hub, lang: Language, status: number, message: string) {
  const t = texts[lang];
  const title = status === 404 ? t.notFound : t.failed;
  return (
    <Layout site={{ hub, lang }} title={title} description={title} path="/">
      <h1>{title}</h1>
      <p lang="en">{message}</p>
      <p>
        {t.helpOn} <a href={href('/', lang)}>{t.map}</a> · <a href={href('/data', lang)}>{t.data}</a>
      </p>
    </Layout>
  );
}
