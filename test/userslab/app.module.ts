import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { UsersModule } from '../../src/users/users.module.js';
@Module({})
export class AppModule {
  static of(config: any): DynamicModule {
    return { module: AppModule, imports: [UsersModule, PlatformModule.of(config)] };
  }
}
