namespace AssistPortal.Web.Features.Orders.Correspondence;

/// <summary>Words of what customer and coordinators write to each other.</summary>
public sealed class CorrespondenceTexts;
