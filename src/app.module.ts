/** The only file where all rooms meet. */
import { type DynamicModule, Module } from '@nestjs/common';
import { AccountModule } from './account/account.module.js';
import { AdminModule } from './admin/admin.module.js';
import { ArticlesModule } from './articles/articles.module.js';
import { BillingModule } from './billing/billing.module.js';
import { DevelopmentModule } from './development/development.module.js';
import { MembershipsModule } from './memberships/memberships.module.js';
import { PaywallModule } from './paywall/paywall.module.js';
import type { Config } from './platform/config/config.js';
import { PlatformModule } from './platform/platform.module.js';
import { PlansModule } from './plans/plans.module.js';
import { SiteModule } from './site/site.module.js';
import { UsersModule } from './users/users.module.js';
import { WordsModule } from './words/words.module.js';

@Module({})
export class AppModule {
  static of(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        // First, because guards are asked in this order: a stranger hears 401 before anything else.
        UsersModule,
        PlatformModule.of(config),
        WordsModule,
        ArticlesModule,
        PlansModule,
        MembershipsModule,
        BillingModule,
        PaywallModule,
        AccountModule,
        AdminModule,
        SiteModule,
        ...(config.isProduction ? [] : [DevelopmentModule]),
      ],
    };
  }
}
