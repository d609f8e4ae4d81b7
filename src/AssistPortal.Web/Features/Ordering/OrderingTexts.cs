namespace AssistPortal.Web.Features.Ordering;

/// <summary>Words of this feature's pages.</summary>
public sealed class OrderingTexts;
