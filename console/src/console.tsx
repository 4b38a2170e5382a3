/** The console itself: react-admin with our API, our looks and the subjects that she may use. */
import { Admin, CustomRoutes, memoryStore, Resource } from 'react-admin';
import { Route } from 'react-router';
import type { QueryClient } from '@tanstack/react-query';
import { dataProvider } from './api/data-provider.js';
import { authProviderFor } from './auth/auth-provider.js';
import { may } from './auth/permissions.js';
import type { Staff } from './auth/staff.js';
import { ConsoleLayout } from './layout/layout.js';
import { darkTheme, lightTheme } from './layout/theme.js';
import type { Subject } from './subject.js';
import { subjects } from './subjects.js';

const permissionFor = (name: string) =>
  subjects.find(({ resource }) => resource?.name === name)?.permission;

/** react-admin takes a page that is left out, and none that is undefined. */
function pagesOf({ titleOf, ...pages }: NonNullable<Subject['resource']>) {
  return titleOf === undefined ? pages : { ...pages, recordRepresentation: titleOf };
}

export function Console({ staff, queryClient }: { staff: Staff; queryClient: QueryClient }) {
  const own = subjects.filter(({ permission }) => may(staff.roles, permission));
  const pages = own.flatMap((subject) => subject.pages ?? []);
  const front = pages.find(({ path }) => path === '/');
  return (
    <Admin
      dataProvider={dataProvider}
      authProvider={authProviderFor(staff, permissionFor)}
      queryClient={queryClient}
      // What staff looked for may be a reader's address: a browser keeps none of it.
      store={memoryStore()}
      layout={ConsoleLayout}
      // Without it, her first list comes first.
      {...(front === undefined ? {} : { dashboard: front.page })}
      theme={lightTheme}
      darkTheme={darkTheme}
      title="Console"
      loginPage={false}
      disableTelemetry
    >
      {own.flatMap(({ resource, menu }) =>
        resource === undefined
          ? []
          : [
              <Resource
                key={resource.name}
                {...pagesOf(resource)}
                options={{ label: menu[0]?.label ?? resource.name }}
              />,
            ],
      )}
      <CustomRoutes>
        {pages
          .filter((each) => each !== front)
          .map(({ path, page: Page }) => (
            <Route key={path} path={path} element={<Page />} />
          ))}
      </CustomRoutes>
    </Admin>
  );
}
