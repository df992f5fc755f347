/** A shape picked out by its outline, with the point that asked for it. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path
        d="M12 2.8c4.2-.6 8.3 2 9 6.1.7 4.300-1.200 6.200-2.600 8.700-1.500 2.700-5 4.300-8.700 3.500C5.400 20.200 2.600 16.500 2.800 12 3 7.300 7.300 3.500 12 2.800Z"
        className="logo-shape"
      />
      <circle cx="12" cy="12" r="3.4" className="logo-point" />
    </svg>
  );
}
