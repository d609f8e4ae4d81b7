namespace AssistPortal.Web.Features.Staff.Trials;

internal static class HelpDeskPagesSetup
{
    public static IServiceCollection AddHelpDeskPages(this IServiceCollection services) => services
        .AddScoped<RequestList>()
        .AddScoped<RequestPages>()
        .AddScoped<ShipmentList>()
        .AddScoped<ShipmentForms>()
        .AddScoped<EndingList>();
}
