using AssistPortal.Trials;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Boxes of services with the licences of each.</summary>
/// <param name="Name">Name of the boxes.</param>
/// <param name="Legend">What they are.</param>
/// <param name="Input">What was typed.</param>
/// <param name="Offered">The services to choose from.</param>
public sealed record ServiceFields(string Name, string Legend, ServiceInput Input, IReadOnlyList<CloudService> Offered);
