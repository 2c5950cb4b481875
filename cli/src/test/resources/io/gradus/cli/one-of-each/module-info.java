/// One building block of each kind that plugins offer.
module each {
  requires io.gradus.experiments;

  exports each;

  provides io.gradus.plugin.Catalog with
      each.EachCatalog;
}
