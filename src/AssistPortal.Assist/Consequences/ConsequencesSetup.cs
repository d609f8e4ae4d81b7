using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Consequences;

internal static class ConsequencesSetup
{
    public static IServiceCollection AddConsequences(this IServiceCollection services) => services
        .AddScoped<CoordinatorWords>()
        .AddScoped<OrderConsequences>()
        .AddScoped<SessionConsequences>()
        .AddScoped<AnswerConsequences>();
}
