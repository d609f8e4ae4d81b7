namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>Words of the sites' settings.</summary>
public sealed class SitesTexts;
