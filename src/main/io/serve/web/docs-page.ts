// Owns the reference page at /docs: plain HTML made from the OpenAPI document, which a truck
// without Internet can read. Refuses scripts and inline styles, so the page's own guard stays
// closed.
import { operationsOf, type OpenApiDocument } from '../openapi';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function plain(text = ''): string {
  return text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
}

function tag(name: string, content: string, attribute = ''): string {
  return `<${name}${attribute}>${content}</${name}>`;
}

function json(value: unknown): string {
  return tag('pre', plain(JSON.stringify(value, null, 2)));
}

function fold(title: string, value: unknown, attribute = ''): string {
  return tag('details', tag('summary', plain(title)) + json(value), attribute);
}

type Listed = ReturnType<typeof operationsOf>[number];

function anchorOf({ path, method }: Listed): string {
  return plain(method + path.replace(/[^a-z]+/giu, '-'));
}

function titleOf({ path, method }: Listed): string {
  return `${tag('b', plain(method.toUpperCase()))} ${plain(path)}`;
}

function parameterRow(parameter: NonNullable<Listed['operation']['parameters']>[number]): string {
  if ('$ref' in parameter) return '';
  const where = parameter.in + (parameter.required === true ? ', required' : '');
  const cells = [tag('code', plain(parameter.name)), plain(where), json(parameter.schema)];
  return tag('tr', cells.map((cell) => tag('td', cell)).join(''));
}

function parameterTable({ operation }: Listed): string {
  const rows = (operation.parameters ?? []).map(parameterRow);
  if (rows.length === 0) return '';
  const names = ['Name', 'Where', 'Schema'].map((name) => tag('th', name));
  const head = tag('thead', tag('tr', names.join('')));
  return tag('table', head + tag('tbody', rows.join('')));
}

function operationBlock(listed: Listed): string {
  const { requestBody, responses } = listed.operation;
  const blocks = [
    tag('h3', titleOf(listed)),
    parameterTable(listed),
    requestBody === undefined ? '' : fold('Takes', requestBody),
    ...Object.entries(responses ?? {}).map(([status, body]) => fold(`Answers ${status}`, body)),
  ];
  return tag('section', blocks.join(''), ` id="${anchorOf(listed)}"`);
}

function indexEntry(listed: Listed): string {
  return tag('li', tag('a', titleOf(listed), ` href="#${anchorOf(listed)}"`));
}

function schemaBlocks(document: OpenApiDocument): string {
  return Object.entries(document.components?.schemas ?? {})
    .map(([name, schema]) => fold(name, schema, ` id="schema-${plain(name)}"`))
    .join('');
}

/** The page as HTML text. It links /docs.css and nothing else. */
export function docsPage(document: OpenApiDocument): string {
  const operations = operationsOf(document);
  const { title, version, description } = document.info;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${plain(title)} API ${plain(version)}</title><link rel="stylesheet" href="/docs.css">`,
    `</head><body><header><h1>${plain(title)} API ${plain(version)}</h1>`,
    `<p>${plain(description)}</p><p><a href="/openapi.json">openapi.json</a></p></header>`,
    tag('nav', tag('ul', operations.map(indexEntry).join(''))),
    '<main><h2>Calls</h2>',
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
pre { margin: 0; overflow: auto; max-height: 24rem; }
summary { cursor: pointer; padding: .25rem 0; }
`;
