namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Words of producers: their profiles, hours, time off and cover.</summary>
public sealed class ProducersTexts;
