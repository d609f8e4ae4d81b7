namespace AssistPortal.Web.Features.Packages;

/// <summary>Words of this feature's pages.</summary>
public sealed class PackagesTexts;
