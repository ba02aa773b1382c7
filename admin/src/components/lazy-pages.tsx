import { Page } from '@strapi/strapi/admin';
import { type ReactNode, Suspense } from 'react';
import { Routes } from 'react-router-dom';
import { PageTexts } from '../translations/page-texts';

/** Routes of pages that are loaded when they are opened, with their texts. */
export const LazyPages = ({ children }: { children: ReactNode }) => (
  <PageTexts>
    <Suspense fallback={<Page.Loading />}>
      <Routes>{children}</Routes>
    </Suspense>
  </PageTexts>
);
