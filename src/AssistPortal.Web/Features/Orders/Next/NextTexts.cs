namespace AssistPortal.Web.Features.Orders.Next;

/// <summary>Words of what comes next.</summary>
public sealed class NextTexts;
