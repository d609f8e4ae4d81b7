using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Staffing;

internal static class StaffingSetup
{
    public static IServiceCollection AddStaffing(this IServiceCollection services) => services
        .AddScoped<ProducerBook>()
        .AddScoped<ProducerAssignments>()
        .AddScoped<TakeOvers>()
        .AddScoped<AssignmentForecasts>()
        .AddComposed<ProducerSwaps>()
        .AddComposed<AssignmentReplies>()
        .AddScoped<DeclinedCover>()
        .AddScoped<ProducerList>()
        .AddScoped<CoverPlans>();
}
