// Opens the editor with the query of the address, else with the examples, and offers what is shown as a command.
export function openEditor() {
  const { YogaGraphiQL, examples } = /** @type {any} */ (window);
  const given = new URLSearchParams(location.search);
  const query = given.get('query');
  const variables = given.get('variables') ?? undefined;
  const shown = { query: query ?? examples[0].query, variables: variables ?? '' };
  YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
    title: 'GraphQL',
    ...(query === null ? { defaultTabs: examples } : { query, variables }),
    onEditQuery: (/** @type {string} */ text) => {
      shown.query = text;
    },
    onEditVariables: (/** @type {string} */ text) => {
      shown.variables = text;
    },
    onTabChange: (/** @type {any} */ { tabs, activeTabIndex }) => {
      shown.query = tabs[activeTabIndex]?.query ?? '';
      shown.variables = tabs[activeTabIndex]?.variables ?? '';
    },
  });
  const button = /** @type {HTMLButtonElement} */ (document.querySelector('.copy button'));
  const said = /** @type {HTMLElement} */ (document.querySelector('.copy [role=status]'));
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(asCurl(location.origin + location.pathname, shown));
    said.textContent = button.dataset.done ?? '';
  });
}

/**
 * The line for a shell, which ends a text in single quotes at the next one.
 * @param {string} address
 * @param {{ query: string, variables: string }} shown
 */
export function asCurl(address, { query, variables }) {
  const body = JSON.stringify({ query, ...(variables.trim() && { variables: JSON.parse(variables) }) });
  return `curl -s '${address}' -H 'content-type: application/json' -d '${body.replaceAll("'", `'\\''`)}'`;
}

openEditor();
