// Owns the reference page at /docs: plain HTML made from the OpenAPI document, which a truck without
// Internet can read. Refuses scripts and inline styles, so the page's own guard stays closed.
import { operationsOf, type OpenApiDocument } from '../openapi';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function plain(value: unknown): string {
  return String(value ?? '').replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
}

function json(value: unknown): string {
  return `<pre>${plain(JSON.stringify(value, null, 2))}</pre>`;
}

type Listed = ReturnType<typeof operationsOf>[number];

function parameterRows({ operation }: Listed): string {
  const rows = (operation.parameters ?? []).map((parameter) => {
    if ('$ref' in parameter) return '';
    const { name, required, schema } = parameter;
    const where = parameter.in + (required === true ? ', required' : '');
    return `<tr><td><code>${plain(name)}</code></td><td>${plain(where)}</td><td>${json(schema)}</td></tr>`;
  });
  return rows.length === 0
    ? ''
    : `<table><thead><tr><th>Name</th><th>Where</th><th>Schema</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function answerBlocks({ operation }: Listed): string {
  const answers = Object.entries(operation.responses ?? {}).map(
    ([status, response]) =>
      `<details><summary>Answers ${plain(status)}</summary>${json(response)}</details>`,
  );
  return answers.join('');
}

function operationBlock(listed: Listed): string {
  const { path, method, operation } = listed;
  const body = operation.requestBody;
  return [
    `<section id="${plain(anchorOf(listed))}"><h3><b>${plain(method.toUpperCase())}</b> ${plain(path)}</h3>`,
    parameterRows(listed),
    body === undefined ? '' : `<details><summary>Takes</summary>${json(body)}</details>`,
    answerBlocks(listed),
    '</section>',
  ].join('');
}

function anchorOf({ path, method }: Listed): string {
  return `${method}${path.replace(/[^a-z]+/giu, '-')}`;
}

function schemaBlocks(document: OpenApiDocument): string {
  return Object.entries(document.components?.schemas ?? {})
    .map(
      ([name, schema]) =>
        `<details id="schema-${plain(name)}"><summary>${plain(name)}</summary>${json(schema)}</details>`,
    )
    .join('');
}

/** The page as HTML text. It links /docs.css and nothing else. */
export function docsPage(document: OpenApiDocument): string {
  const operations = operationsOf(document);
  const index = operations.map(
    (listed) =>
      `<li><a href="#${plain(anchorOf(listed))}"><b>${plain(listed.method.toUpperCase())}</b> ${plain(listed.path)}</a></li>`,
  );
  const { title, version, description } = document.info;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${plain(title)} API ${plain(version)}</title><link rel="stylesheet" href="/docs.css">`,
    `</head><body><header><h1>${plain(title)} API ${plain(version)}</h1>`,
    `<p>${plain(description)}</p><p><a href="/openapi.json">openapi.json</a></p></header>`,
    `<nav><ul>${index.join('')}</ul></nav><main><h2>Calls</h2>`,
    operations.map(operationBlock).join(''),
    `<h2>Schemas</h2>${schemaBlocks(document)}</main></body></html>`,
  ].join('\n');
}

/** The page's style sheet: dark, dense, calm, and readable in a dim truck. */
export const DOCS_CSS = `
:root { color-scheme: dark; font: 14px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: #14171c; color: #d8dde5; }
a { color: #8ab4f8; } b { color: #f2c14e; font-weight: 600; }
nav ul { columns: 20rem; list-style: none; padding: 0; }
section { border-top: 1px solid #2b313b; padding: .5rem 0; }
h3 { font: 600 1rem ui-monospace, monospace; margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #2b313b; padding: .25rem .5rem; text-align: left; vertical-align: top; }
pre { margin: 0; overflow: auto; max-height: 24rem; } summary { cursor: pointer; padding: .25rem 0; }
`;
