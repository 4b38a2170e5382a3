/** /v1/billing_portal/configurations: what members may do for themselves in the portal. */
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch } from '../http/errors.js';
import { PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  clearable,
  hash,
  metadata,
  required,
  text,
  type Params,
} from '../http/rules.js';
import type { PortalConfiguration } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import {
  changedFeatures,
  FEATURES,
  NO_FEATURES,
  requirePossible,
  USUAL_FEATURES,
} from './portal-features.js';

const COMMON = {
  business_profile: hash({
    headline: clearable(text({ max: 60 })),
    privacy_policy_url: clearable(text()),
    terms_of_service_url: clearable(text()),
  }),
  default_return_url: clearable(text()),
  login_page: hash({ enabled: required(boolean()) }),
  metadata: metadata(),
  name: clearable(text()),
};

function blankConfiguration(world: World): PortalConfiguration {
  const now = world.now();
  return {
    id: world.ids.next('portalConfiguration'),
    object: 'billing_portal.configuration',
    active: true,
    application: null,
    business_profile: { headline: null, privacy_policy_url: null, terms_of_service_url: null },
    created: now,
    default_return_url: null,
    features: NO_FEATURES,
    is_default: false,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: {},
    name: null,
    updated: now,
  };
}

/** The configuration of a portal session that names none. */
export function defaultConfiguration(world: World): PortalConfiguration {
  const { portalConfigurations: shelf } = world.shelves;
  const [existing] = shelf.where((configuration) => configuration.is_default);
  return (
    existing ??
    shelf.put({ ...blankConfiguration(world), features: USUAL_FEATURES, is_default: true })
  );
}

export function existingConfiguration(world: World, id: string, param = 'id'): PortalConfiguration {
  const configuration = world.shelves.portalConfigurations.get(id);
  if (!configuration) throw noSuch('configuration', id, param);
  return configuration;
}

function plainChanges(
  before: PortalConfiguration,
  params: Params<typeof COMMON>,
): Partial<PortalConfiguration> {
  return {
    business_profile: { ...before.business_profile, ...params.business_profile },
    default_return_url:
      params.default_return_url === undefined
        ? before.default_return_url
        : params.default_return_url,
    metadata: changedMetadata(before.metadata ?? {}, params.metadata),
    name: params.name === undefined ? before.name : params.name,
  };
}

export const portalConfigurations: Endpoint[] = [
  endpoint(
    'POST',
    '/v1/billing_portal/configurations',
    { ...COMMON, features: required(hash(FEATURES)) },
    ({ world, params }) => {
      const blank = blankConfiguration(world);
      const configuration = {
        ...blank,
        ...plainChanges(blank, params),
        features: changedFeatures(NO_FEATURES, params.features),
      };
      requirePossible(world, configuration.features);
      return world.create(
        world.shelves.portalConfigurations,
        configuration,
        'billing_portal.configuration.created',
      );
    },
  ),

  endpoint('GET', '/v1/billing_portal/configurations/:id', {}, ({ world, id }) =>
    existingConfiguration(world, id),
  ),

  endpoint(
    'POST',
    '/v1/billing_portal/configurations/:id',
    { ...COMMON, active: boolean(), features: hash(FEATURES) },
    ({ world, id, params }) => {
      const before = existingConfiguration(world, id);
      const changes = {
        ...plainChanges(before, params),
        active: params.active ?? before.active,
        features: changedFeatures(before.features, params.features ?? {}),
        updated: world.now(),
      };
      requirePossible(world, changes.features);
      return world.update(
        world.shelves.portalConfigurations,
        before,
        changes,
        'billing_portal.configuration.updated',
      );
    },
  ),

  endpoint(
    'GET',
    '/v1/billing_portal/configurations',
    { ...PAGE, active: boolean(), is_default: boolean() },
    ({ world, params }) => {
      const found = world.shelves.portalConfigurations
        .newestFirst()
        .filter(
          ({ active, is_default: isDefault }) =>
            (params.active ?? active) === active && (params.is_default ?? isDefault) === isDefault,
        );
      return page(found, params, '/v1/billing_portal/configurations');
    },
  ),
];
