import { SkeletonBar } from '../components/skeleton-bar';

/** Stands where the keys will be; its texts may not be there yet. */
export const WidgetSkeleton = () => (
  <div aria-busy>
    <SkeletonBar $width="40%" />
    <SkeletonBar />
    <SkeletonBar />
    <SkeletonBar />
  </div>
);
