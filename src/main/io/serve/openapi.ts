// Owns the OpenAPI 3.1 document: made from the contract, so that it cannot say anything else than
// what is served. Refuses to describe by hand what the contract knows; only the guard, the faults
// and the engine's own routes are added here.
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { api } from '../../../contract/api';
import { auctionSchema, bidSchema, explainSchema } from '../../../contract/auction';
import { configSchema } from '../../../contract/host/config';
import { faultSchema } from '../../../contract/faults';
import { logLineSchema, machineSchema, preflightSchema } from '../../../contract/host/machine';
import { markerSchema } from '../../../contract/marker';
import { priceBookAsked, priceBookVersion } from '../../../contract/price-book';
import { settlementSchema } from '../../../contract/settlement';
import { healthSchema, liveStatsSchema } from '../../../contract/status';

/** The document as far as it is read here; everything else in it is the generator's. */
export type OpenApiDocument = Awaited<ReturnType<OpenAPIGenerator['generate']>>;
type PathItem = NonNullable<NonNullable<OpenApiDocument['paths']>[string]>;
type Operation = NonNullable<PathItem['get']>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const PUBLIC = new Set(['/health']);

const COMMON = {
  Fault: { schema: faultSchema },
  Marker: { schema: markerSchema, strategy: 'output' },
  Auction: { schema: auctionSchema, strategy: 'output' },
  Bid: { schema: bidSchema, strategy: 'output' },
  Explain: { schema: explainSchema, strategy: 'output' },
  PriceBook: { schema: priceBookAsked, strategy: 'input' },
  PriceBookVersion: { schema: priceBookVersion, strategy: 'output' },
  Settlement: { schema: settlementSchema, strategy: 'output' },
  LiveStats: { schema: liveStatsSchema, strategy: 'output' },
  Health: { schema: healthSchema, strategy: 'output' },
  Machine: { schema: machineSchema, strategy: 'output' },
  Preflight: { schema: preflightSchema, strategy: 'output' },
  LogLine: { schema: logLineSchema, strategy: 'output' },
  Config: { schema: configSchema, strategy: 'input' },
} as const;

const DESCRIPTION =
  'The LAN API of one truck. Amounts are integers in minor units, times ISO 8601 in UTC, lists ' +
  'oldest first with `after` and `limit`. Every refusal is `{code, message, data?}`.';

/** Operations of the document with where they stand, in the document's order. */
export function operationsOf(document: OpenApiDocument) {
  const listed: { path: string; method: string; operation: Operation }[] = [];
  for (const [path, item] of Object.entries(document.paths ?? {}))
    for (const method of METHODS) {
      const operation = item?.[method];
      if (operation !== undefined) listed.push({ path, method, operation });
    }
  return listed;
}

function answer(description: string, schema: string) {
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
  return { description, content };
}

function addFaults(document: OpenApiDocument): void {
  for (const { path, operation } of operationsOf(document)) {
    const down = path === '/health' ? { '503': answer('The engine is down.', 'Health') } : {};
    const refused = { default: answer('Refused: a code of the closed list and why.', 'Fault') };
    operation.responses = { ...operation.responses, ...down, ...refused };
    if (PUBLIC.has(path)) operation.security = [];
  }
}

/** Makes the document. `extraSchemas` are further JSON schemas, such as the config file's. */
export async function makeOpenApi(
  version: string,
  extraSchemas: Readonly<Record<string, object>> = {},
): Promise<OpenApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(api, {
    info: { title: 'Cuebid', version, description: DESCRIPTION },
    commonSchemas: COMMON,
    security: [{ token: [] }],
  });
  addFaults(document);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...extraSchemas },
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
  };
  return document;
}
