using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Desk;

internal static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddComposed<OrderCompletion>()
        .AddComposed<OrderDesk>()
        .AddScoped<DeskStaff>()
        .AddScoped<OrderOwners>()
        .AddScoped<OrderViews>()
        .AddComposed<OrderReopening>()
        .AddComposed<OrderEditing>()
        .AddComposed<MessagesToCustomer>()
        .AddComposed<SessionBook>()
        .AddComposed<SessionPlanning>()
        .AddComposed<SessionsTelling>();
}
