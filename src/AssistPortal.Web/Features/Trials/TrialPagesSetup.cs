using AssistPortal.Web.Features.Trials.Customers;

namespace AssistPortal.Web.Features.Trials;

internal static class TrialPagesSetup
{
    /// <summary>What the partners' pages need.</summary>
    public static IServiceCollection AddTrialPages(this IServiceCollection services) => services
        .AddCustomerPages();
}
