"""Who a source is: names resolved over the story."""
