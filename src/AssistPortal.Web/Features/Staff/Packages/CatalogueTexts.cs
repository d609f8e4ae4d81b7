namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>Words of the pages on which staff keep packages, rates and the comparison table.</summary>
public sealed class CatalogueTexts;
