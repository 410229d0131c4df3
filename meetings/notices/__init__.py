"""What meetings tell people outside: letters by mail, calendars, links."""
