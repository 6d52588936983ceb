// Owns the one list of everything a client may call: path, question, answer. MessagePort, WebSocket
// and REST all serve exactly this; /openapi.json is made from it.
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { auctionFilter, auctionSchema, bidSchema, explainSchema, testCueResult } from './auction';
import { FEED_ITEMS, feedBatch, feedPull, type FeedName } from './feed';
import {
  logAsk,
  logTailSchema,
  machineSchema,
  preflightSchema,
  supportBundleSchema,
} from './host/machine';
import {
  decodedCue,
  decodeInput,
  encodedCue,
  encodeInput,
  manualCueInput,
  manualPads,
  markerSchema,
  markerStatus,
  trustChange,
} from './marker';
import { pageInput, pageOf } from './page';
import {
  floorsAsk,
  floorsPriced,
  priceBookChange,
  priceBookPreview,
  priceBookPreviewed,
  priceBookVersion,
} from './price-book';
import { settlementFilter, settlementSchema } from './settlement';
import {
  healthSchema,
  holdChange,
  listenerChange,
  listenerSchema,
  liveStatsSchema,
  modeChange,
} from './status';

const byId = z.object({ id: z.string().min(1).max(64) });
const none = z.object({}).optional();

/** Markers, oldest first; `before` is a seq: the newest older than it, and `next` leads on. */
const markersAsk = pageInput.extend({
  status: markerStatus.optional(),
  before: z.coerce.number().int().min(1).optional(),
});

function feed(name: FeedName) {
  return oc.route({ method: 'GET', path: `/feeds/${name}`, tags: ['feeds'] }).input(feedPull);
}

/** The contract. Names follow the surface; every path is the surface's own. */
export const api = {
  health: oc
    .route({ method: 'GET', path: '/health', tags: ['engine'] })
    .input(none)
    .output(healthSchema),
  liveStats: oc
    .route({ method: 'GET', path: '/api/live-stats', tags: ['engine'] })
    .input(none)
    .output(liveStatsSchema),
  machine: oc
    .route({ method: 'GET', path: '/machine', tags: ['engine'] })
    .input(none)
    .output(machineSchema),
  preflight: oc
    .route({ method: 'GET', path: '/preflight', tags: ['engine'] })
    .input(none)
    .output(preflightSchema),
  log: oc
    .route({ method: 'GET', path: '/log', tags: ['engine'] })
    .input(logAsk)
    .output(logTailSchema),
  supportBundle: oc
    .route({ method: 'GET', path: '/support-bundle', tags: ['engine'] })
    .input(none)
    .output(supportBundleSchema),
  setMode: oc
    .route({ method: 'POST', path: '/mode', tags: ['engine'] })
    .input(modeChange)
    .output(liveStatsSchema),
  setHold: oc
    .route({ method: 'POST', path: '/hold', tags: ['engine'] })
    .input(holdChange)
    .output(liveStatsSchema),
  listeners: {
    list: oc
      .route({ method: 'GET', path: '/listeners', tags: ['listeners'] })
      .input(pageInput)
      .output(pageOf(listenerSchema)),
    start: oc
      .route({ method: 'POST', path: '/listeners/{id}/start', tags: ['listeners'] })
      .input(listenerChange)
      .output(listenerSchema),
    stop: oc
      .route({ method: 'POST', path: '/listeners/{id}/stop', tags: ['listeners'] })
      .input(listenerChange)
      .output(listenerSchema),
  },
  markers: {
    trustArrival: oc
      .route({ method: 'POST', path: '/scte/sources/trust', tags: ['markers'] })
      .input(trustChange)
      .output(liveStatsSchema),
    release: oc
      .route({ method: 'POST', path: '/scte/markers/{id}/release', tags: ['markers'] })
      .input(byId)
      .output(markerSchema),
    list: oc
      .route({ method: 'GET', path: '/scte/markers', tags: ['markers'] })
      .input(markersAsk)
      .output(pageOf(markerSchema)),
    testCue: oc
      .route({ method: 'POST', path: '/scte/test-cue', tags: ['markers'] })
      .input(manualCueInput)
      .output(testCueResult),
    pads: oc
      .route({ method: 'GET', path: '/scte/test-cue', tags: ['markers'] })
      .input(none)
      .output(manualPads),
    decode: oc
      .route({ method: 'POST', path: '/scte/markers/decode', tags: ['markers'] })
      .input(decodeInput)
      .output(decodedCue),
    encode: oc
      .route({ method: 'POST', path: '/scte/markers/encode', tags: ['markers'] })
      .input(encodeInput)
      .output(encodedCue),
  },
  auctions: {
    list: oc
      .route({ method: 'GET', path: '/auctions', tags: ['auctions'] })
      .input(auctionFilter)
      .output(pageOf(auctionSchema)),
    listScte: oc
      .route({ method: 'GET', path: '/scte/auctions', tags: ['auctions'] })
      .input(auctionFilter)
      .output(pageOf(auctionSchema)),
    get: oc
      .route({ method: 'GET', path: '/auctions/{id}', tags: ['auctions'] })
      .input(byId)
      .output(auctionSchema),
    bids: oc
      .route({ method: 'GET', path: '/auctions/{id}/bids', tags: ['auctions'] })
      .input(pageInput.extend(byId.shape))
      .output(pageOf(bidSchema)),
    explain: oc
      .route({ method: 'GET', path: '/auctions/{id}/explain', tags: ['auctions'] })
      .input(byId)
      .output(explainSchema),
  },
  priceBook: {
    get: oc
      .route({ method: 'GET', path: '/price-book', tags: ['price book'] })
      .input(none)
      .output(priceBookVersion),
    put: oc
      .route({ method: 'PUT', path: '/price-book', tags: ['price book'] })
      .input(priceBookChange)
      .output(priceBookVersion),
    preview: oc
      .route({ method: 'POST', path: '/price-book/preview', tags: ['price book'] })
      .input(priceBookPreview)
      .output(priceBookPreviewed),
    floors: oc
      .route({ method: 'POST', path: '/price-book/floors', tags: ['price book'] })
      .input(floorsAsk)
      .output(floorsPriced),
    versions: oc
      .route({ method: 'GET', path: '/price-book/versions', tags: ['price book'] })
      .input(pageInput)
      .output(pageOf(priceBookVersion)),
  },
  settlements: {
    list: oc
      .route({ method: 'GET', path: '/settlements', tags: ['settlements'] })
      .input(settlementFilter)
      .output(pageOf(settlementSchema)),
    get: oc
      .route({ method: 'GET', path: '/settlements/{id}', tags: ['settlements'] })
      .input(byId)
      .output(settlementSchema),
  },
  feeds: {
    markers: feed('markers').output(feedBatch(FEED_ITEMS.markers)),
    auctions: feed('auctions').output(feedBatch(FEED_ITEMS.auctions)),
    settlements: feed('settlements').output(feedBatch(FEED_ITEMS.settlements)),
    status: feed('status').output(feedBatch(FEED_ITEMS.status)),
  },
};

/** The contract as a type, for typed clients. */
export type Api = typeof api;
