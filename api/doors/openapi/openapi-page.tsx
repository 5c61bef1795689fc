import { Layout, type Site } from '../../publishing/layout.tsx';
import type { openApi } from './document.ts';

type Operation = {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly description: string }[];
};

/** `/openapi`: the same for people. */
export function OpenApiPage({ site, document }: { site: Site; document: ReturnType<typeof openApi> }) {
  const operations = Object.entries(document.paths as Record<string, { get: Operation }>);
  return (
    <Layout
      site={site}
      title={`OpenAPI – ${document.info.title}`}
      description={document.info.title}
      path="/openapi"
    >
      <h1>OpenAPI</h1>
      <p>
        <a href="/openapi.json">openapi.json</a>
      </p>
      <div lang="en">
        {document.tags.map(({ name, description }) => (
          <section>
            <h2 id={name}>{description}</h2>
            {operations
              .filter(([, { get }]) => get.tags.includes(name))
              .map(([path, { get }]) => (
                <details>
                  <summary>
                    <code>{path}</code> <span class="muted">{get.summary}</span>
                  </summary>
                  <dl>
                    {(get.parameters ?? []).map((parameter) => (
                      <>
                        <dt>
                          <code>{parameter.name}</code>
                        </dt>
                        <dd>{parameter.description}</dd>
                      </>
                    ))}
                  </dl>
                </details>
              ))}
          </section>
        ))}
      </div>
    </Layout>
  );
}
